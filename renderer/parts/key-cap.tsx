// A key as printed on the keyboard, beside the act it does.
export function KeyCap(props: { readonly children: string }) {
  return <kbd className="k">{props.children}</kbd>
}
