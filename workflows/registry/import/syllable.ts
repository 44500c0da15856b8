// Is this word spelled as a Vietnamese syllable? Enough to tell a sentence from the same bytes read in the wrong encoding.

const initials = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ')
const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn
  oăng oăt oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uy uya
  uych uyên uyêt uyn uynh uyp uyt uyu uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych ynh yêm yên
  yêng yêt yêu`.split(/\s+/),
)
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Without its tone, lower case, NFC. */
const toneless = (word: string): string => word.toLowerCase().normalize('NFD').replace(tones, '').normalize('NFC')

/** @param word letters alone, in any Unicode form and case. */
export function isSyllable(word: string): boolean {
  if ((word.normalize('NFD').match(tones) ?? []).length > 1) return false
  const plain = toneless(word)
  if (rhymes.has(plain)) return true
  return initials.some((initial) => plain.startsWith(initial) && rhymes.has(plain.slice(initial.length)))
}
