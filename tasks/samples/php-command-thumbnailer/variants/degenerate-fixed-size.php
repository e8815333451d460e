        exec(escapeshellarg($this->converter) . ' -version', $output, $status);
        if ($status !== 0) {
            throw new RuntimeException('The converter is missing');
        }
