import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['src/{handbook,search,memory,drill}/**'],
      reporter: ['text-summary'],
    },
  },
});
