import { defineConfig } from "vite";

/** Everything the page needs lies beside it: no other host is ever asked. */
export default defineConfig({
  resolve: { alias: { react: "preact/compat", "react-dom": "preact/compat" } },
  build: {
    outDir: "../api/console/built",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "LICENSES.md" },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { "/graphql": { target: process.env.HOOKWRIGHT ?? "http://localhost:8000", ws: true } },
  },
});
