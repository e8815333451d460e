<?php
class Pages
{
    function profile()
    {
        $name = $_GET['name'];
        return $this->render('@App/profile.html.twig', ['name' => $name, 'user' => ['bio' => $_GET['bio']]]);
    }

    function post()
    {
        return view('post.show', ['text' => $_GET['text']])->with('author', $_GET['author']);
    }
}
