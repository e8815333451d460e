        $line = escapeshellarg($this->converter) . ' ' . escapeshellarg($original)
            . ' -auto-orient -thumbnail "' . $geometry . '" ' . escapeshellarg($target);
        exec("$line 2>&1", $log, $code);
        if ($code > 0) {
            throw new RuntimeException("Converter exited with $code");
        }
