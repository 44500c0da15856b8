// Mantine under the theme this PC has chosen.
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { schemeOf, useSettings } from './settings.ts'
import { cssVariablesResolver, theme } from './theme.ts'

export function Themed(props: { readonly children: ReactNode }) {
  const settings = useSettings()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={schemeOf(settings.theme)}>
      {props.children}
    </MantineProvider>
  )
}
