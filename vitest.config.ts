import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/storage/places.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
