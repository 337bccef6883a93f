import type { ReactNode } from "react";
import type { ShopRegion } from "../../i18n/format.ts";
import { useText } from "../../i18n/use-text.tsx";
import { PageFrame } from "../page-frame.tsx";

interface SettingsFrameProps {
  title: string;
  shop: ShopRegion;
  /** The instant the page's data stands for. */
  now: string;
  children: ReactNode;
}

/** The frame of a page below Settings. Its children are `SettingsSection`s, after the sentence that answers its question. */
export function SettingsFrame(props: SettingsFrameProps) {
  const text = useText();
  return (
    <PageFrame {...props} backTo={{ content: text("settings.title"), url: "/app/settings" }} />
  );
}
