/** The script of the simulated admin's pages. They work without it, except for the page that embeds the app. */
import { startAppPage } from "./app-page.ts";
import { startBlockFrames } from "./block-frames.ts";
import { enhanceForms } from "./enhance-forms.ts";
import { startPreferencesMenu } from "./preferences-menu.ts";
import { startCustomerSuggestions } from "./customer-suggestions.ts";
import { startLiveRegions } from "./live-regions.ts";

const frame = document.getElementById("app-frame");
if (frame instanceof HTMLIFrameElement) startAppPage(frame);
startBlockFrames();
startLiveRegions();
enhanceForms();
startPreferencesMenu();
startCustomerSuggestions();

const navToggle = document.getElementById("nav-toggle");
navToggle?.addEventListener("click", () => {
  const isOpen = document.body.classList.toggle("has-open-nav");
  navToggle.setAttribute("aria-expanded", String(isOpen));
});
