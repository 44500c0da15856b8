// The design tokens as a Mantine 9 theme: what each colour means, type, space. Hex values live only here.
import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** What a colour means. Screens name meanings; hex values live only in this file. */
export const meanings = ['ink', 'act', 'passed', 'carried', 'stopped', 'sealed', 'warn', 'wrong', 'rehearsal'] as const
export type Meaning = (typeof meanings)[number]

// [0] tint on light, [3] text on dark, [6] solid on dark, [7] solid and text on light, [9] tint on dark; the rest is mixed in OKLab
const tuples: Record<Meaning, MantineColorsTuple> = {
  ink: ['#e3ecf8', '#c9ddf8', '#aecdf7', '#93bdf5', '#72a1e3', '#5185d0', '#2f68bd', '#1b4b8f', '#1a3a69', '#172a45'],
  act: ['#fbe7e9', '#fecdd1', '#ffb3b9', '#ff97a1', '#ec7782', '#d95565', '#c42d47', '#a4122c', '#6e1925', '#3b151c'],
  passed: ['#dcf1e6', '#bae7cf', '#95deb9', '#6ad3a2', '#51b688', '#389b70', '#1b7f57', '#0b6644', '#114a31', '#10301f'],
  carried: ['#dcf0f4', '#bae5ef', '#95dbea', '#6acfe4', '#50b2c9', '#3596ae', '#147a93', '#07627a', '#0d4858', '#0d2f38'],
  stopped: ['#dfe5e3', '#e4eae8', '#e9efed', '#eef4f2', '#eaf1ef', '#e7efec', '#e3ece9', '#1a2423', '#263230', '#33413e'],
  sealed: ['#eceaf2', '#ded9ee', '#d1c9ea', '#c3b8e6', '#a69bcb', '#8b7eb1', '#6f6296', '#544a6e', '#3e3652', '#292438'],
  warn: ['#fcefc9', '#f8e0a7', '#f4d083', '#f0c05a', '#e8b449', '#d79b1e', '#b47c0c', '#755000', '#543c08', '#35280a'],
  wrong: ['#fdebe1', '#ffd4bf', '#ffbc9c', '#ffa377', '#ec895c', '#d86f40', '#c4531f', '#a83808', '#702b0e', '#3c1d0d'],
  rehearsal: ['#f7e6fa', '#f2cdf9', '#ecb4f7', '#e59af5', '#cd7ddf', '#b55fca', '#9d3fb4', '#84259a', '#5c1d6b', '#361440'],
}
// Mantine draws text with gray[6..9] / dark[0..3] and control edges with gray[4] / dark[4]; in dark it uses dark[4] for hairlines too,
// so Paper, Table and Divider are given the hairline by name below
const gray: MantineColorsTuple = [
  '#f3f7f5',
  '#e7efec',
  '#dbe5e1',
  '#cddad5',
  '#72867f',
  '#657872',
  '#566863',
  '#41524f',
  '#2a3836',
  '#13201f',
]
const dark: MantineColorsTuple = [
  '#e3ece9',
  '#cbd7d3',
  '#b4c3be',
  '#93a59f',
  '#71857f',
  '#2b3936',
  '#1c2725',
  '#151e1c',
  '#0d1413',
  '#080d0c',
]

const isMeaning = (name: unknown): name is Meaning => meanings.some((meaning) => meaning === name)

/** Every variant of every coloured component goes through the tokens, so both schemes and high contrast follow. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const meaning = input.color ?? input.theme.primaryColor
  if (!isMeaning(meaning)) return defaultVariantColorsResolver(input)
  const token = (part: string) => `var(--tc-${meaning}${part})`
  const shade = `color-mix(in srgb, ${token('-solid')} 88%, #000)`
  switch (input.variant) {
    case 'filled':
      return { background: token('-solid'), hover: shade, color: `var(--tc-on-${meaning})`, border: '1px solid transparent' }
    case 'light':
      return { background: token('-bg'), hover: token('-bg'), color: token(''), border: '1px solid transparent' }
    case 'outline':
      return { background: 'var(--tc-paper)', hover: token('-bg'), color: token(''), border: `1px solid ${token('')}` }
    case 'subtle':
      return { background: 'transparent', hover: token('-bg'), color: token(''), border: '1px solid transparent' }
    default:
      return defaultVariantColorsResolver(input)
  }
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ...tuples, gray, dark },
  white: '#ffffff',
  black: '#13201f',
  variantColorResolver,
  fontFamily: "'TC So', 'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "'TC So', 'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif", // hashes are set in groups of four, not in a code face
  headings: {
    fontFamily: 'inherit',
    fontWeight: '600',
    textWrap: 'wrap',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.36' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.47' },
      h3: { fontSize: '0.875rem', lineHeight: '1.5' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.46' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.46' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.42', sm: '1.46', md: '1.5', lg: '1.42', xl: '1.36' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '2px', md: '4px', lg: '4px', xl: '6px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'var(--tc-float)', lg: 'var(--tc-float)', xl: 'var(--tc-float)' },
  focusRing: 'auto',
  cursorType: 'default',
  respectReducedMotion: true,
  autoContrast: false,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { label: { fontWeight: 500 } },
      vars: (_theme, props) => ({
        root: props.size === 'sm' ? { '--button-height': '2rem', '--button-padding-x': '0.75rem', '--button-fz': '0.875rem' } : {},
      }),
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: () => ({ wrapper: { '--input-height': '2.125rem', '--input-fz': '0.875rem', '--input-bg': 'var(--tc-paper)' } }),
    }),
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'error', 'description'] },
      styles: {
        label: { fontSize: '0.8125rem', fontWeight: 500, color: 'var(--tc-text2)' },
        error: { fontSize: '0.8125rem', lineHeight: 1.46 },
        description: { fontSize: '0.75rem', lineHeight: 1.42 },
      },
    },
  },
})

const inLight: Record<string, string> = {
  desk: '#e7efec',
  paper: '#ffffff',
  inset: '#f3f7f5',
  line: '#cddad5',
  edge: '#72867f',
  text: '#13201f',
  text2: '#41524f',
  text3: '#566863',
  'act-body': '#13201f',
  'on-act-body': '#ffffff',
  float: '0 1px 2px rgb(19 32 31/.10), 0 8px 24px rgb(19 32 31/.16)',
}
const inDark: Record<string, string> = {
  desk: '#0d1413',
  paper: '#151e1c',
  inset: '#1c2725',
  line: '#2b3936',
  edge: '#71857f',
  text: '#e3ece9',
  text2: '#b4c3be',
  text3: '#93a59f',
  'act-body': '#e3ece9',
  'on-act-body': '#0d1413',
  float: '0 0 0 1px #2b3936, 0 12px 32px rgb(0 0 0/.6)',
}
const tokens = (values: Record<string, string>, shade: { text: 3 | 7; tint: 0 | 9; solid: 6 | 7 }) => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`--tc-${name}`, value])),
  ...Object.fromEntries(
    meanings.flatMap((meaning) => [
      [`--tc-${meaning}`, tuples[meaning][shade.text]],
      [`--tc-${meaning}-bg`, tuples[meaning][shade.tint]],
      [`--tc-${meaning}-solid`, meaning === 'warn' ? tuples.warn[shade.solid === 7 ? 6 : 5] : tuples[meaning][shade.solid]], // amber stays amber: one step lighter
      [`--tc-on-${meaning}`, meaning === 'warn' ? '#13201f' : meaning === 'stopped' && shade.text === 3 ? '#0d1413' : '#ffffff'],
    ]),
  ),
})
/** Mantine's own names point at the tokens. `body` is the sheet (Paper draws with it); the desk is set on <body> in CSS. */
const aliases = {
  '--mantine-color-body': 'var(--tc-paper)',
  '--mantine-color-text': 'var(--tc-text)',
  '--mantine-color-bright': 'var(--tc-text)',
  '--mantine-color-dimmed': 'var(--tc-text2)',
  '--mantine-color-placeholder': 'var(--tc-text3)',
  '--mantine-color-anchor': 'var(--tc-ink)',
  '--mantine-color-error': 'var(--tc-wrong)',
  '--mantine-color-default': 'var(--tc-paper)',
  '--mantine-color-default-hover': 'var(--tc-inset)',
  '--mantine-color-default-color': 'var(--tc-text)',
  '--mantine-color-default-border': 'var(--tc-edge)',
  '--mantine-color-disabled': 'var(--tc-inset)',
  '--mantine-color-disabled-color': 'var(--tc-text3)',
  '--mantine-color-disabled-border': 'var(--tc-line)',
}
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokens(inLight, { text: 7, tint: 0, solid: 7 }), ...aliases },
  dark: { ...tokens(inDark, { text: 3, tint: 9, solid: 6 }), ...aliases },
})
