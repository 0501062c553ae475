# Sightline for those who do not run Debian: Windows, macOS, other Linux. See README.md for the commands.
# Debian 12, so that FFmpeg is the 5.1 that Sightline is tested with.

FROM debian:bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates nodejs npm \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/sightline
# The packages first: they change less often than the sources, and this layer is then kept.
COPY package.json package-lock.json .npmrc ./
COPY core/package.json core/
COPY app/package.json app/
COPY room/package.json room/
# Debian's Node.js 18 only runs npm; the pinned Node.js 24 is among the packages.
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN bin/node scripts/build-room.ts \
 && bin/node scripts/build-verifier.ts --quick \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error \
 && rm -rf node_modules/@biomejs node_modules/@esbuild node_modules/@typescript

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends bubblewrap ffmpeg \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 1000 --create-home sightline
COPY --from=build /opt/sightline /opt/sightline
# The program belongs to root; only cases can be written, that of the demo included.
RUN install -d -o sightline -g sightline /case /opt/sightline/demo/lark-yard/files/.sightline
ENV NODE_COMPILE_CACHE=/tmp/node-compile-cache \
    PATH=/opt/sightline/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
USER sightline
WORKDIR /case
# Put a folder of recordings below /case. What Sightline makes goes into it too, or elsewhere with --case DIR.
VOLUME /case
# The room listens on 127.0.0.1 unless told otherwise, which nobody outside the container reaches. Publish the port to the
# host's own 127.0.0.1 only, with the same number on both sides: the room checks the address it is asked by.
EXPOSE 8787
ENTRYPOINT ["sightline"]
CMD ["demo", "--listen", "0.0.0.0", "--port", "8787", "--no-browser"]
