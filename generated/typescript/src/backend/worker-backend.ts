#!/usr/bin/env node
// Generated from the message catalog. Change it there.
import { runCommand } from './command.js';
import { createBackend, MemoryStore } from './index.js';

void runCommand({
  createBackend,
  createMemoryStore: () => new MemoryStore(),
  loadRedisStore: async () => {
    const { BullMqStore } = await import('../bullmq/index.js');
    return (url, onError) => new BullMqStore({ connection: { url }, onError });
  },
});
