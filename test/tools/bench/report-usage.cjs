// Loaded before the program that is measured: writes down at its end what it took, its threads included.
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
    require("node:fs").writeFileSync(process.env.STANDFIRST_BENCH_USAGE, JSON.stringify(usage));
  });
}
