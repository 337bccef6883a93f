import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { staffMember } from "../tokens/staff-member.ts";

/** Languages a merchant can set the admin to. Apps and blocks are told; the simulated admin itself speaks English. */
export const LANGUAGES: readonly { readonly locale: string; readonly name: string }[] = [
  { locale: "en", name: "English" },
  { locale: "zh-CN", name: "简体中文" },
  { locale: "ru", name: "Русский" },
];

/** How the admin looks. "auto" follows the system; apps stay as they are, since Shopify's admin is light. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export type Preferences = {
  /** What an app gets as `locale`, and a block as its language. */
  readonly locale: string;
  readonly theme: Theme;
};

const LOCALE_COOKIE = "simulated-admin-locale";
const THEME_COOKIE = "simulated-admin-theme";

/** What the merchant chose; `?locale=ru` on any page chooses a language until another is chosen. */
export function readPreferences(c: Context): Preferences {
  const chosen = c.req.query("locale");
  if (chosen !== undefined) keep(c, LOCALE_COOKIE, chosen);
  const theme = THEMES.find((each) => each === getCookie(c, THEME_COOKIE));
  return {
    locale: chosen ?? getCookie(c, LOCALE_COOKIE) ?? staffMember.locale,
    theme: theme ?? "auto",
  };
}

/** Keeps what the form in the top bar sends and goes back to its page, which then says nothing of an older language. */
export async function answerPreferences(c: Context, storePath: string): Promise<Response> {
  const form = await c.req.parseBody();
  const locale = LANGUAGES.find((language) => language.locale === form["locale"])?.locale;
  const theme = THEMES.find((each) => each === form["theme"]);
  if (locale !== undefined) keep(c, LOCALE_COOKIE, locale);
  if (theme !== undefined) keep(c, THEME_COOKIE, theme);
  const { returnTo } = form;
  const page =
    typeof returnTo === "string" && returnTo.startsWith("/store/") ? returnTo : storePath;
  const url = new URL(page, "http://admin");
  url.searchParams.delete("locale");
  return c.redirect(`${url.pathname}${url.search}`, 303);
}

function keep(c: Context, cookie: string, value: string): void {
  setCookie(c, cookie, value, { path: "/store", sameSite: "Lax", httpOnly: true });
}
