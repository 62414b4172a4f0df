# The service alone; its stores run beside it (docker-compose.yml).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
RUN npm ci --ignore-scripts
COPY src src
COPY projections projections
COPY migrations migrations
COPY scripts scripts
COPY test test
RUN npm run prepare && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist/src dist/src
COPY --from=build /app/dist/projections dist/projections
COPY --from=build /app/dist/migrations dist/migrations
COPY --from=build /app/dist/scripts dist/scripts
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:8000/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
# Node itself is process 1, so that SIGTERM stops the service and not a shell.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
