// Backs up with better-sqlite3. Each line of the input is an order: work, live database, target, separated by tabs; the
// answer is one line that begins with "ok" or tells what went wrong.
"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const Database = require("better-sqlite3");

const CHUNK = 1 << 20;

async function backup(live, target) {
  const source = new Database(live);
  await source.backup(target);
  source.close();
}

function integrity(copy) {
  if (copy.pragma("integrity_check", { simple: true }) !== "ok") throw new Error("the copy is damaged");
}

function foreignKeys(copy) {
  if (copy.pragma("foreign_key_check").length > 0) throw new Error("the copy has rows that refer to none");
}

function withCopy(target, ...checks) {
  const copy = new Database(target);
  checks.forEach((check) => check(copy));
  copy.close();
}

function checksum(target) {
  const digest = createHash("sha256");
  const chunk = Buffer.allocUnsafe(CHUNK);
  const file = fs.openSync(target, "r");
  for (let read; (read = fs.readSync(file, chunk)) > 0; ) digest.update(chunk.subarray(0, read));
  fs.closeSync(file);
  return digest.digest("hex");
}

function force(name, flags) {
  const descriptor = fs.openSync(name, flags);
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}

async function obey(work, live, target) {
  if (work === "version") {
    const memory = new Database(":memory:");
    const sqlite = memory.prepare("SELECT sqlite_version()").pluck().get();
    return `ok ${require("better-sqlite3/package.json").version} with SQLite ${sqlite} in Node ${process.versions.node}`;
  }
  await backup(live, target);
  if (work === "backup+integrity") withCopy(target, integrity);
  // What Lifeboat does as well: structure, foreign keys, checksum, everything forced to the disk.
  if (work === "backup+equal") {
    withCopy(target, integrity, foreignKeys);
    checksum(target);
    force(target, "r+");
    force(path.dirname(target), "r");
  }
  return "ok";
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    try {
      console.log(await obey(...line.split("\t")));
    } catch (problem) {
      console.log(`failed: ${problem}`);
    }
  }
})();
