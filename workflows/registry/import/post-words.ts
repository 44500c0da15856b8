// Which group a post belongs to by the words of its title, for posts an import makes; the clerk sees and changes it in the registry.
import type { PostData } from '../unit.ts'
import { folded } from './text.ts'

type Group = PostData['group']
/** The first that fits: deputies before those they stand for. */
const words: readonly (readonly [RegExp, Group])[] = [
  [/^(?:pho bi thu|pbt)/, 'deputySecretary'],
  [/^(?:bi thu)/, 'secretary'],
  [/(?:uy vien ban thuong vu|uv btv|uvbtv)/, 'standingMember'],
  [/(?:uy vien ban chap hanh|uv bch|uvbch|dang uy vien|huyen uy vien|tinh uy vien)/, 'committeeMember'],
  [/^(?:pho chu tich (?:hdnd|hoi dong))/, 'councilDeputy'],
  [/^(?:chu tich (?:hdnd|hoi dong))/, 'councilChair'],
  [/^(?:pho chu tich (?:ubnd|uy ban nhan dan))/, 'governmentDeputy'],
  [/^(?:chu tich (?:ubnd|uy ban nhan dan))/, 'governmentChair'],
  [/^(?:pho chu tich|pho chu nhiem)/, 'massOrganisationDeputy'],
  [/^(?:chu tich)/, 'massOrganisationHead'],
  [/^(?:pho truong phong|pho phong|pho chanh van phong cap|pho truong khoa|to pho)/, 'divisionDeputy'],
  [/^(?:truong phong|truong khoa|to truong)/, 'divisionHead'],
  [/^(?:chanh thanh tra|chu nhiem uy ban kiem tra|chu nhiem ubkt)/, 'inspectionHead'],
  [/^(?:pho giam doc|pho truong ban|pho chanh|pho hieu truong|pho thu truong|pho cuc truong|pho vien truong)/, 'deputyHead'],
  [/^(?:giam doc|truong ban|chanh van phong|hieu truong|thu truong|cuc truong|vien truong)/, 'head'],
  [/(?:chuyen vien|can su|nhan vien|ke toan|van thu|cong chuc|giao vien|can bo)/, 'specialist'],
]

export const postGroupOf = (title: string): Group => words.find(([pattern]) => pattern.test(folded(title)))?.[1] ?? 'other'
