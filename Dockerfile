# The platform, without a database of its own: DATABASE_URL says where that is.
# `ops/deploy/README.md` tells how to run it, `ops/deploy/try-image.sh` tries all that it promises.

FROM docker.io/library/node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY admin/package.json admin/
COPY api/package.json api/
COPY ops/package.json ops/
COPY sdk/package.json sdk/
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
# The console's script, which a read-only file system could not keep; then what only that and other ways to run needed goes.
RUN node --input-type=module -e 'await (await import("/app/admin/src/bundle.ts")).openBundle()' \
 && node ops/deploy/prune.mjs /app

# PostgreSQL's own programs for backups. The package itself would bring Perl, for wrappers nobody calls.
FROM docker.io/library/node:24-bookworm-slim AS clients
WORKDIR /clients
RUN apt-get update && apt-get download postgresql-client-15 && dpkg-deb -x postgresql-client-15_*.deb /clients

FROM docker.io/library/node:24-bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends tini libpq5 libreadline8 libzstd1 liblz4-1 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/apt /var/log/dpkg.log \
 && install -d -o node -g node -m 0700 /data
COPY --from=clients /clients/usr/lib/postgresql/15/bin/pg_dump /clients/usr/lib/postgresql/15/bin/pg_dumpall \
     /clients/usr/lib/postgresql/15/bin/pg_restore /clients/usr/lib/postgresql/15/bin/pg_basebackup \
     /clients/usr/lib/postgresql/15/bin/psql /usr/local/bin/
COPY --from=build /app /app
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# The user `node` of the base image, by number so that orchestrators can tell that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "ops/deploy/healthcheck.mjs"]
# As the first process, Node would not be stopped by a signal that comes before it has begun to listen for one.
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "--max-semi-space-size=8", "api/src/entry/start.mjs"]
