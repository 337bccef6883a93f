/** How a modal looks over the app's page, whatever styles the app has. */
export const MODAL_STYLE = `
  dialog.simulated-modal { border: 0; border-radius: 12px; padding: 0; width: min(620px, calc(100vw - 32px)); max-height: calc(100vh - 48px); overflow: hidden; box-shadow: 0 16px 48px rgb(0 0 0 / 35%); font: 14px/1.45 system-ui, sans-serif; color: #1f2328; }
  dialog.simulated-modal[open] { display: flex; flex-direction: column; }
  dialog.simulated-modal[data-variant=small] { width: min(380px, calc(100vw - 32px)); }
  dialog.simulated-modal[data-variant=large] { width: min(980px, calc(100vw - 32px)); }
  dialog.simulated-modal[data-variant=max] { width: 100vw; max-width: none; height: 100vh; max-height: none; border-radius: 0; }
  dialog.simulated-modal::backdrop { background: rgb(0 0 0 / 45%); }
  .simulated-modal-header { display: flex; align-items: center; gap: 8px; padding: 12px 16px; background: #f3f3f3; border-bottom: 1px solid #e3e3e3; }
  .simulated-modal-header h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
  .simulated-modal-body { overflow: auto; flex: 1; }
  .simulated-modal-body iframe { border: 0; width: 100%; height: 60vh; display: block; }
  .simulated-modal-footer { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #e3e3e3; }
  .simulated-modal button { font: inherit; font-weight: 550; padding: 6px 12px; border-radius: 8px; border: 1px solid #c9c9c9; background: #fff; color: inherit; cursor: pointer; }
  .simulated-modal button[data-kind=primary] { background: #1f2328; border-color: #1f2328; color: #fff; }
  .simulated-modal button[data-tone=critical] { background: #b3261e; border-color: #b3261e; color: #fff; }
  .simulated-modal button:disabled { opacity: .5; cursor: default; }
`;
