// An expected "no": a code with the numbers a person needs. The sentence is in wording/.

export type Numbers = Readonly<Record<string, number | string | boolean | readonly string[] | undefined>>
export type Refusal = { readonly code: string } & Numbers
