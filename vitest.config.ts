import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/storage/places.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    isolate: false,
    // One less than there are cores would be one on a small machine.
    maxWorkers: '100%',
  },
});
