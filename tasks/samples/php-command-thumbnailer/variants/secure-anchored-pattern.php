        if (!preg_match('/\A\d{1,4}x\d{1,4}\z/', $geometry)) {
            throw new RuntimeException('Size must look like 320x240');
        }
        $line = escapeshellarg($this->converter) . ' ' . escapeshellarg($original)
            . " -auto-orient -thumbnail $geometry " . escapeshellarg($target);
        system($line . ' > /dev/null 2>&1', $code);
        if ($code !== 0) {
            throw new RuntimeException("Converter exited with $code");
        }
