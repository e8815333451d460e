        $argv = [$this->converter, $original, '-auto-orient', '-thumbnail', $geometry, $target];
        $process = proc_open($argv, [1 => ['pipe', 'w'], 2 => ['pipe', 'w']], $pipes);
        if (!is_resource($process)) {
            throw new RuntimeException('The converter did not start');
        }
        stream_get_contents($pipes[1]);
        $messages = stream_get_contents($pipes[2]);
        if (proc_close($process) > 0) {
            throw new RuntimeException($messages);
        }
