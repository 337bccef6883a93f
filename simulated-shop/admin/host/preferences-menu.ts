/** The menu for language and look closes with Escape and when something else is pressed, as menus do. */
export function startPreferencesMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>("details.preferences");
  if (menu === null) return;
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
