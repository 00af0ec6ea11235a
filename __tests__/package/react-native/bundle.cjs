// Bundles with Metro as React Native does: bundle.cjs FILE
const Metro = require('metro');

async function bundle(file) {
  const config = Metro.mergeConfig(await Metro.loadConfig({ cwd: __dirname }), {
    projectRoot: __dirname,
    reporter: { update() {} },
    // Nothing is kept outside of this folder.
    cacheStores: [],
    fileMapCacheDirectory: __dirname,
    resolver: {
      useWatchman: false,
      resolverMainFields: ['react-native', 'browser', 'main'],
      unstable_conditionNames: ['react-native'],
    },
  });
  await Metro.runBuild(config, { entry: 'index.js', out: file, platform: 'ios', dev: false });
}

bundle(process.argv[2]);
