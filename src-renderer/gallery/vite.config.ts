import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const folder = import.meta.dirname

/** The policy of the real window (src-main/shell), so that what it would refuse is seen here. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'"

// Never part of the product: `npx vite --config src-renderer/gallery/vite.config.ts`, or build and preview to see it
// under the window's content security policy.
export default defineConfig({
  root: folder,
  plugins: [react()],
  build: {
    outDir: `${folder}/../../out/gallery`,
    emptyOutDir: true,
    target: 'chrome130',
    chunkSizeWarningLimit: 2000,
  },
  preview: { headers: { 'Content-Security-Policy': contentSecurityPolicy } },
})
