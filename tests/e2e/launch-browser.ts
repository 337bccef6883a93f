import { platform } from "node:os";
import { chromium, type Browser } from "playwright-core";
import { unpackChromium } from "./unpack-chromium.ts";

// No name but loopback resolves, so a page cannot depend on another machine without a test noticing.
const stayOnThisMachine =
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";

/**
 * A headless Chromium: on Linux the one among the packages, elsewhere an installed Chrome or Edge. Null, with a
 * message, where there is none: skip the tests then.
 */
export async function launchBrowser(): Promise<Browser | null> {
  return platform() === "linux" ? launchPackaged() : launchInstalled();
}

async function launchPackaged(): Promise<Browser> {
  const { executable, environment, version } = await unpackChromium();
  return chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: [
      stayOnThisMachine,
      // The library that signs merchants in answers a headless browser's own name with 410, as to a robot.
      `--user-agent=${userAgent(version)}`,
      "--font-render-hinting=none",
    ],
  });
}

async function launchInstalled(): Promise<Browser | null> {
  for (const channel of ["chrome", "msedge"]) {
    const browser = await chromium.launch({ channel, args: [stayOnThisMachine] }).catch(() => null);
    if (browser !== null) return browser;
  }
  console.info("Browser tests are skipped: they need an installed Chrome or Edge on this system.");
  return null;
}

function userAgent(version: string): string {
  const major = version.split(".")[0] ?? "";
  return (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) " +
    `Chrome/${major}.0.0.0 Safari/537.36`
  );
}
