// The process that holds a driver: foreign code runs here and nowhere else. One request, one answer, and the parent ends it.
import { answerErrands } from '../../helper-port.ts'
import { openCryptoki } from './cryptoki.ts'
import { runErrand } from './token-session.ts'
import { type TokenAnswer, TokenRequest } from './token-talk.ts'

function answer(message: unknown): TokenAnswer {
  return runErrand(TokenRequest.parse(message), openCryptoki)
}

answerErrands(answer)
