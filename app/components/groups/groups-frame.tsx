import type { ComponentProps, ReactNode } from "react";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import { PageFrame } from "../page-frame.tsx";
import { PageTabs } from "../page-tabs.tsx";

const tabs = [
  { key: "map", path: "/app/groups", title: "groups.tab.map" },
  { key: "all", path: "/app/groups/all", title: "groups.tab.all" },
  { key: "shopify", path: "/app/groups/shopify", title: "groups.tab.shopify" },
] as const satisfies readonly { key: string; path: string; title: PlainMessageKey }[];

interface GroupsFrameProps extends Omit<ComponentProps<typeof PageFrame>, "title" | "children"> {
  tab: (typeof tabs)[number]["key"];
  children: ReactNode;
}

/** The frame of the tabs under Groups. */
export function GroupsFrame({ tab, children, ...frame }: GroupsFrameProps) {
  const text = useText();
  return (
    <PageFrame title={text("groups.title")} {...frame}>
      <PageTabs label={text("groups.title")} tabs={tabs} current={tab} />
      {children}
    </PageFrame>
  );
}
