// Where the words over the posts of a ruler stand: over their post as nearly as they can, none over another and none past an edge.

/** Widest an average sign of the face is, in parts of its size; measured are 0.48 to 0.52. */
const sign = 0.58
/** Between two labels, in parts of the size: less reads as one sentence. */
const gap = 0.9

export type LabelPlace = {
  /** Middle of the words. */
  readonly x: number
  /** 0: next to the ruler; 1 and on: the rows above it. */
  readonly row: number
}

type Group = { readonly members: readonly number[]; readonly wide: number; readonly left: number }

/** `posts`: where each stands and what is said of it. In the order given; all in the units of the drawing. */
export function placeLabels(
  posts: readonly { readonly x: number; readonly label: string }[],
  width: number,
  size: number,
): readonly LabelPlace[] {
  const places: LabelPlace[] = posts.map(({ x }) => ({ x, row: 0 }))
  const wideOf = (at: number) => (posts[at]?.label.length ?? 0) * sign * size
  const between = gap * size
  let waiting = posts.map((_, at) => at).sort((a, b) => (posts[a]?.x ?? 0) - (posts[b]?.x ?? 0) || a - b)
  for (let row = 0; waiting.length > 0; row++) {
    const here: number[] = []
    let used = 0
    for (const at of waiting) {
      const more = wideOf(at) + (here.length > 0 ? between : 0)
      if (here.length > 0 && used + more > width) continue
      here.push(at)
      used += more
    }
    for (const group of apart(here)) {
      let left = group.left
      for (const at of group.members) {
        places[at] = { x: left + wideOf(at) / 2, row }
        left += wideOf(at) + between
      }
    }
    waiting = waiting.filter((at) => !here.includes(at))
  }
  return places

  /** Labels that would overlap stand side by side, in the order of their posts, as near to all of these as they can. */
  function apart(members: readonly number[]): readonly Group[] {
    const groups: Group[] = []
    for (const at of members) {
      let group = grouped([at])
      for (let last = groups.at(-1); last !== undefined && last.left + last.wide + between > group.left; last = groups.at(-1)) {
        groups.pop()
        group = grouped([...last.members, ...group.members])
      }
      groups.push(group)
    }
    return groups
  }

  function grouped(members: readonly number[]): Group {
    let before = 0
    let wished = 0
    for (const at of members) {
      wished += (posts[at]?.x ?? 0) - wideOf(at) / 2 - before
      before += wideOf(at) + between
    }
    const wide = before - between
    return { members, wide, left: Math.max(0, Math.min(wished / members.length, width - wide)) }
  }
}
