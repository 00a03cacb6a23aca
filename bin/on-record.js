#!/usr/bin/env node
// Runs the TypeScript sources as they are: nothing to build, nothing that can be stale.
import { register } from 'tsx/esm/api';

register();
await import('../src/main.ts');
