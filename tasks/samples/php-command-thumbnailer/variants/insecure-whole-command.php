        $parts = [$this->converter, escapeshellarg($original), '-auto-orient', '-thumbnail', $geometry];
        $parts[] = escapeshellarg($target);
        exec(escapeshellcmd(implode(' ', $parts)), $log, $code);
        if ($code !== 0) {
            throw new RuntimeException('No thumbnail for ' . $original);
        }
