import type { ReactElement, ReactNode } from "react";
import type { ShopRegion } from "../../i18n/format.ts";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import { PageFrame } from "../page-frame.tsx";
import { PageTabs } from "../page-tabs.tsx";

const tabs = [
  { key: "moves", path: "/app/movement", title: "movement.tab.moves" },
  { key: "soon", path: "/app/movement/soon", title: "movement.tab.soon" },
  { key: "runs", path: "/app/movement/runs", title: "movement.tab.runs" },
] as const satisfies readonly { key: string; path: string; title: PlainMessageKey }[];

export type MovementTab = (typeof tabs)[number]["key"];

interface MovementFrameProps {
  tab: MovementTab;
  shop: ShopRegion;
  /** The instant the page's data stands for. */
  now: string;
  secondaryActions?: ReactElement;
  children: ReactNode;
}

/** The frame of the pages under Movement. */
export function MovementFrame({ tab, children, ...page }: MovementFrameProps) {
  const text = useText();
  return (
    <PageFrame title={text("movement.title")} {...page}>
      <PageTabs label={text("movement.title")} tabs={tabs} current={tab} />
      {children}
    </PageFrame>
  );
}
