<?php
return ['name' => $_GET['name'], 'size' => 3];
