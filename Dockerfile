# Vinci with a Neo4j of your own (NEO4J_URI): no Java needed, so there is none in the image.
FROM node:20-bookworm-slim AS build
WORKDIR /vinci
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-fund --no-audit
COPY tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY sample sample
COPY scripts scripts
COPY src src
RUN npm run build && npm prune --omit=dev --no-fund --no-audit

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 VINCI_DATA=/var/lib/vinci
WORKDIR /vinci
COPY --from=build /vinci/package.json ./
COPY --from=build /vinci/node_modules node_modules
COPY --from=build /vinci/bin bin
COPY --from=build /vinci/dist dist
RUN mkdir -p /var/lib/vinci && chown node:node /var/lib/vinci
USER node
VOLUME /var/lib/vinci
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node as process 1 handles SIGTERM itself; `docker run --init` or compose's `init: true` reaps what it leaves behind.
CMD ["node", "dist/main.js"]
