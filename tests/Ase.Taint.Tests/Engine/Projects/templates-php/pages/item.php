<?php
$smarty = new Smarty();
$smarty->assign('NAME', $_GET['name']);
$smarty->assign('CLEAN', htmlspecialchars($_GET['name']));
$smarty->assign(array('TITLE' => $_GET['title'], 'SIZE' => 3));
$smarty->assign('items', [['label' => $_GET['label'], 'id' => 1]]);
$smarty->display('item.tpl');
