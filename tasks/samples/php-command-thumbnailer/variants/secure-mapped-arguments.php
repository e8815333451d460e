        $words = array_map('escapeshellarg', [
            $this->converter, $original, '-auto-orient', '-thumbnail', $geometry, $target,
        ]);
        $log = [];
        $last = exec(implode(' ', $words) . ' 2>&1', $log, $code);
        if ($last === false || $code > 0) {
            throw new RuntimeException("Converter exited with $code");
        }
