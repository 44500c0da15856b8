// Says nothing and never ends by itself: a driver that hangs.
setInterval(() => undefined, 1000)
