// Dies at the first word: a driver that crashes.
process.on('message', () => process.abort())
