#!/usr/bin/python3
"""Many machines, one register: what GNU parallel, or an array of jobs of Slurm, converted in parts becomes the register that one machine makes, byte for byte.

    spread_test.py PROTOKOLL [unittest arguments]

Slurm (Debian: slurm-wlm) runs as a cluster of this machine alone, started here with files and ports of its own; where it cannot start, that is said and
the test is skipped. Exit status 77 where every chosen test had to be skipped.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time

import archive

CONFIGURATION = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmdPort={daemon}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/none
CredType=cred/none
CryptoType=crypto/none
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,defer
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/controller.pid
SlurmdPidFile={folder}/daemon.pid
SlurmctldLogFile={folder}/controller.log
SlurmdLogFile={folder}/daemon.log
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Spread(archive.Batch):
    def expected(self, documents):
        self.documents(documents)
        self.run_tool("register", "archive", "-o", "one.sqlite")
        return (self.folder / "one.sqlite").read_bytes()

    def registered(self, *inputs, **more):
        self.run_tool("register", "--from", "ndjson", *inputs, "-o", "many.sqlite", **more)
        return (self.folder / "many.sqlite").read_bytes()


class Parallel(Spread):
    def test_pipe(self):
        if not shutil.which("parallel"):
            self.skipTest("GNU parallel is not installed")
        expected = self.expected(40)
        names = sorted(path.relative_to(self.folder).as_posix() for path in (self.folder / "archive").rglob("*.txt"))
        records = "".join(json.dumps({"name": name, "text": (self.folder / name).read_text()}) + "\n" for name in names)
        for how, given in (("parallel --pipe -N7 -j2 '{0}' --from ndjson | '{0}' register --from ndjson -o many.sqlite", records),
                           ("parallel --pipe -N7 -j2 '{0}' --to ndjson --files-from - | '{0}' register --from ndjson -o many.sqlite", "\n".join(names) + "\n")):
            result = subprocess.run(how.format(archive.TOOL), shell=True, cwd=self.folder, input=given.encode(), capture_output=True, timeout=300,
                                    env={**os.environ, "PARALLEL_HOME": str(self.folder)}, check=False)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertEqual((self.folder / "many.sqlite").read_bytes(), expected)


class Slurm(Spread):
    def setUp(self):
        super().setUp()
        missing = [name for name in ("slurmctld", "slurmd", "sbatch", "sinfo") if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")]
        if missing:
            self.skipTest(f"Slurm is not installed: {', '.join(missing)}")
        if os.geteuid() != 0:
            self.skipTest("Slurm's daemon needs root")
        self.processes = []
        self.addCleanup(self.stop)
        self.cluster = self.folder / "cluster"
        for name in ("state", "spool"):
            (self.cluster / name).mkdir(parents=True)
        configuration = self.cluster / "slurm.conf"
        configuration.write_text(CONFIGURATION.format(host=socket.gethostname().split(".")[0], controller=free_port(), daemon=free_port(), user="root", folder=self.cluster,
                                                      cpus=os.cpu_count()))
        self.environment = {**os.environ, "SLURM_CONF": str(configuration), "PATH": os.environ["PATH"] + ":/usr/sbin"}
        for daemon in ("slurmctld", "slurmd"):
            self.processes.append(subprocess.Popen([daemon, "-D", "-f", configuration], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        if not self.comes_up():
            logs = "".join((self.cluster / name).read_text()[-600:] for name in ("controller.log", "daemon.log") if (self.cluster / name).exists())
            self.skipTest(f"Slurm does not start here: {logs[-600:]}")

    def comes_up(self):
        until = time.monotonic() + 30
        while time.monotonic() < until and all(process.poll() is None for process in self.processes):
            state = subprocess.run(["sinfo", "-h", "-o", "%T"], env=self.environment, capture_output=True, text=True, timeout=60, check=False)
            if state.stdout.strip() == "idle":
                return True
            time.sleep(0.3)
        return False

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def test_array_of_jobs(self):
        expected = self.expected(60)
        job = f"'{archive.TOOL}' -q convert archive --shard $SLURM_ARRAY_TASK_ID/4 --to ndjson > part-$SLURM_ARRAY_TASK_ID.ndjson"
        result = subprocess.run(["sbatch", "--array=1-4", "--wait", "--output=job-%a.log", "--wrap", job], cwd=self.folder, env=self.environment, capture_output=True, timeout=200, check=False)
        logs = "".join(path.read_text() for path in self.folder.glob("job-*.log"))
        self.assertEqual(result.returncode, 0, f"{result.stderr} {logs}")
        parts = sorted(path.name for path in pathlib.Path(self.folder).glob("part-*.ndjson"))
        self.assertEqual(len(parts), 4)
        self.assertEqual(self.registered(*reversed(parts)), expected)


if __name__ == "__main__":
    sys.exit(archive.main())
