import { Socket, type SocketConnectOpts } from "node:net";
import { afterAll, afterEach, expect } from "vitest";
import { isAllowedHost } from "./allowed-hosts.ts";

// A test that reaches another machine passes only where that machine answers. Every connection of this process,
// whatever library makes it, goes through Socket.connect.

const refused: string[] = [];
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const host = hostOf(args);
  if (isAllowedHost(host)) {
    Reflect.apply(connect, this, args);
    return this;
  }
  refused.push(host);
  return this.destroy(new Error(`A test tried to reach ${host}. Tests stay on this machine.`));
};

/** Node calls it with a port and a host, with an options object, or with both wrapped in an array. */
function hostOf([first, second]: unknown[]): string {
  if (Array.isArray(first)) return hostOf(first);
  if (isConnectOptions(first)) return ("host" in first && first.host) || "localhost";
  return typeof second === "string" ? second : "localhost";
}

function isConnectOptions(value: unknown): value is SocketConnectOpts {
  return typeof value === "object" && value !== null;
}

function failOnRefusedConnections() {
  expect(refused.splice(0), "connections to other machines").toEqual([]);
}

afterEach(failOnRefusedConnections);
afterAll(failOnRefusedConnections);
