const lineEnd = 10;

/** Lines of a UTF-8 file in its order, without their ends; empty ones are left out. */
export interface WholeLines {
  lines: string[];
  /** Bytes of the file up to the end of the last of them. */
  endByte: number;
}

/**
 * The lines of a text as it arrives, those of one piece at a time, cut between bytes so that no letter is. `startByte`
 * is where in the file the text begins. Leaving the loop early ends the transfer.
 */
export async function* readWholeLines(
  bytes: ReadableStream<Uint8Array>,
  startByte: number,
): AsyncGenerator<WholeLines> {
  const reader = bytes.getReader();
  let rest: Buffer = Buffer.alloc(0);
  let endByte = startByte;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      const piece = done
        ? rest
        : Buffer.concat([rest, Buffer.from(value.buffer, value.byteOffset, value.byteLength)]);
      const length = done ? piece.length : piece.lastIndexOf(lineEnd) + 1;
      rest = piece.subarray(length);
      endByte += length;
      if (length > 0) yield { lines: linesOf(piece.toString("utf8", 0, length)), endByte };
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
