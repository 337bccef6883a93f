import { newActionId, type World } from "./world.ts";

/** The merchant removes the app. Emits app-uninstalled; whoever holds tokens revokes them then. */
export function uninstallApp(world: World): void {
  world.events.emit({
    kind: "app-uninstalled",
    actionId: newActionId(world),
    shopId: world.shop.id,
  });
}
