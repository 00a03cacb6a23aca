#!/usr/bin/env node
// Runs the TypeScript sources as they are: nothing to build, nothing that can be stale.
import { register } from 'tsx/esm/api';

// The folder that the program is started in may have a tsconfig.json of its own, which is none of our business.
register({ tsconfig: false });
await import('../src/main.ts');
