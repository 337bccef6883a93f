/** The look of the stand-ins, by element, attribute and theme; one sheet for all of them. */
export const ELEMENT_STYLE = `
  :host { display: block; font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: var(--block-ink); }
  h2, h3, p { margin: 0; font-size: 14px; font-weight: 650; }
  :host(s-admin-block) h2 { margin-bottom: 8px; }
  :host(s-text) { display: inline; }
  :host([color="subdued"]) { color: var(--block-muted); }
  :host([tone="critical"]) { color: var(--block-critical); }
  :host([type="strong"]) { font-weight: 650; }
  :host(s-stack) { display: flex; flex-direction: column; align-items: flex-start; gap: 4px; }
  :host(s-stack[direction="inline"]) { flex-flow: row wrap; align-items: center; }
  :host(s-stack[gap="base"]) { gap: 12px; }
  :host(s-stack[gap^="small"]) { gap: 8px; }
  :host(s-stack[gap^="large"]) { gap: 20px; }
  :host(s-box[padding]) { padding: 12px; }
  :host(s-badge) { display: inline-block; padding: 1px 8px; border-radius: 8px; background: var(--block-badge); font-size: 12px; }
  :host(s-badge[tone="critical"]) { background: var(--block-critical-fill); }
  :host(s-banner) div { display: grid; gap: 8px; justify-items: start; padding: 10px 14px; border-radius: 10px; background: var(--block-badge); }
  :host(s-banner[tone="critical"]) div { background: var(--block-critical-fill); }
  :host(s-banner[tone="success"]) div { background: var(--block-success-fill); }
  :host(s-link) { display: inline; }
  a { color: var(--block-accent); }
  :host(s-button) { display: inline-block; }
  button { min-height: 28px; padding: 2px 10px; border: 1px solid var(--block-line); border-radius: 8px; background: var(--block-card); color: inherit; font: inherit; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--block-accent); outline-offset: 2px; }
  :host([variant="primary"]) button { border-color: var(--block-accent); background: var(--block-accent); color: var(--block-card); }
  button:disabled { opacity: 0.5; cursor: default; }
  :host(s-admin-action) h2 { margin: -16px -16px 16px; padding: 12px 48px 12px 16px; border-bottom: 1px solid var(--block-line); }
  :host(s-admin-action) footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; margin-top: 16px; }
  :host(:is(s-text-field, s-date-field, s-select, s-banner)) { align-self: stretch; }
  label { display: grid; gap: 4px; }
  label + p { margin-top: 4px; color: var(--block-muted); font-weight: 400; }
  input, select { box-sizing: border-box; width: 100%; min-height: 32px; padding: 4px 8px; border: 1px solid var(--block-line); border-radius: 8px; background: var(--block-card); color: inherit; font: inherit; }
  hr { width: 100%; border: 0; border-top: 1px solid var(--block-line); }
  :host(s-divider) { width: 100%; }
  :host(s-spinner) span { display: block; width: 20px; height: 20px; border: 2px solid var(--block-line); border-top-color: var(--block-accent); border-radius: 50%; }
`;

const LIGHT = `--block-ink: #1f2328; --block-muted: #59616b; --block-card: #fff; --block-line: #c4c8cd; --block-badge: #e6e8eb;
  --block-critical: #8c1d18; --block-critical-fill: #fdecea; --block-success-fill: #e3f3e7; --block-accent: #2456c4; color-scheme: light;`;
const DARK = `--block-ink: #e8eaed; --block-muted: #a9b0b9; --block-card: #23272d; --block-line: #4a515a; --block-badge: #3a4048;
  --block-critical: #ffb4ab; --block-critical-fill: #4a2020; --block-success-fill: #1f3d29; --block-accent: #8fb1ff; color-scheme: dark;`;

/** Of the block's page: the colours of both themes. */
export const PAGE_STYLE = `
  html { ${LIGHT} }
  html[data-theme="dark"] { ${DARK} }
  @media (prefers-color-scheme: dark) { html[data-theme="auto"] { ${DARK} } }
  body { margin: 0; padding: 16px; background: var(--block-card); }
`;
