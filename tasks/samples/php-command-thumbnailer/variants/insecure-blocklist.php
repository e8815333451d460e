        $size = str_replace([';', '|', '&', '>', '<'], '', $geometry);
        $from = escapeshellarg($original);
        $to = escapeshellarg($target);
        $code = 0;
        passthru("{$this->converter} $from -auto-orient -thumbnail $size $to >/dev/null 2>&1", $code);
        if ($code !== 0) {
            throw new RuntimeException('No thumbnail for ' . $original);
        }
