export default {
  files: ["dist/test/**/*.test.js"],
  nodeArguments: ["--enable-source-maps"],
  workerThreads: false,
  timeout: "600s",
};
